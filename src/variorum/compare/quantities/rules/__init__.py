"""The rules by which answers contradict each other: one file a rule, joined in one table.

A rule holds its knowledge for the solver, the sentence that tells its contradictions, and its
weight. Of a conflict that the solver finds, the first rule in the table that explains it is the
reason.
"""

from variorum.compare.quantities.rules.contradiction_rule import ContradictionRule
from variorum.compare.quantities.rules.identity_rule import IdentityRule
from variorum.compare.quantities.rules.order_rule import OrderRule
from variorum.compare.quantities.rules.polarity_rule import PolarityRule
from variorum.compare.quantities.rules.product_rule import ProductRule
from variorum.compare.quantities.rules.promise_rule import PromiseRule
from variorum.compare.quantities.rules.subset_rule import SubsetRule
from variorum.compare.quantities.rules.sum_rule import SumRule
from variorum.compare.quantities.rules.value_rule import ValueRule

__all__ = ["RULES", "ContradictionRule"]

RULES: tuple[ContradictionRule, ...] = (
    SumRule(),
    ProductRule(),
    ValueRule(),
    SubsetRule(),
    PolarityRule(),
    OrderRule(),
    IdentityRule(),
    PromiseRule(),
)
