"""The written list of all rules, in the order of their ids."""

from kaizen.rule import Rule
from kaizen.rules.item_missing import ItemMissing

ALL: tuple[Rule, ...] = (ItemMissing(),)
