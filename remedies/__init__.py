"""Remedies proven: the first one offered is installed for real, and the notebook's usages are run before and after."""
