"""The domain of the improvement plan: plain values and functions, standard library only."""
