"""What people bring becomes text and figures; no request leaves the machine."""

from intake.notice_file import LARGEST, LONGEST, text_of
from intake.problem import IntakeProblem

__all__ = ["LARGEST", "LONGEST", "IntakeProblem", "text_of"]
