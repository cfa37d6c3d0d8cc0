"""Claims grouped by the question they answer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from variorum.compare.happenings.case_happenings import happening_id
from variorum.compare.quantities.agreement import Ends, ends_meet
from variorum.compare.quantities.answers import Reply, Standing, comparable
from variorum.compare.quantities.comparability import asked
from variorum.compare.quantities.labels import question_label
from variorum.compare.quantities.likeness.numbers_alike import NumbersAlike
from variorum.compare.quantities.neighbours import differences
from variorum.compare.quantities.promises import outcome_variable
from variorum.compare.quantities.scopes import happening_of, question_key
from variorum.compare.solver.constraints import Variable
from variorum.grouping import grouped
from variorum.model import Answer, Contradiction, Question, QuestionStatus, Scope, content_id
from variorum.taxonomy import Taxonomy

Answering = tuple[Reply, Variable]
"""A reply, and the quantity that its question asks for."""

BARE = "bare"
# What a reader wants to see first.
ORDER = (
    QuestionStatus.DISPUTED,
    QuestionStatus.INCOMPARABLE,
    QuestionStatus.AGREED,
    QuestionStatus.SINGLE,
)


def _key(reply: Reply) -> Variable:
    variable = question_key(reply.variable)
    # A promise is asked about together with what came of it.
    told = reply.standing is Standing.COMMITMENT and not reply.stated
    if told and not variable.kind.startswith("money"):
        return outcome_variable(variable)
    return variable


def answered_by_itself(found: Sequence[Reply], taxonomy: Taxonomy) -> list[Variable | None]:
    """Return what each reply answers by itself; None where nobody would ask that."""
    return asked(found, [_key(reply) for reply in found], taxonomy)


def answering(found: Sequence[Reply], alike: NumbersAlike) -> list[Answering]:
    """Return the replies that answer what anybody would ask, each with what it answers."""
    question_of = alike.question_of
    return [(reply, question_of[reply.key]) for reply in found if reply.key in question_of]


def assign(found: Iterable[Answering]) -> dict[str, str]:
    """Return the question's id for each reply that answers one, by the reply's key."""
    return {reply.key: _id(key) for reply, key in found}


def _id(variable: Variable) -> str:
    return content_id("question", variable.key)


def questions(
    found: Iterable[Answering],
    contradictions: Sequence[Contradiction],
    origin_of: Mapping[str, str],
    taxonomy: Taxonomy,
) -> tuple[Question, ...]:
    """Return the questions: the disputed first, then those with most independent answers."""
    groups = grouped((key, reply) for reply, key in found)
    disputed = {question for c in contradictions for question in c.questions}
    differs = differences({variable: _id(variable) for variable in groups}, taxonomy)
    asked = [
        Question(
            id=_id(variable),
            label=question_label(variable, taxonomy, _container(replies), _written(replies)),
            kind=variable.kind,
            happening=happening_id(*happening_of(variable)),
            scope=Scope(
                event=variable.event or None,
                subject=_subject(variable, taxonomy),
                place=variable.where or None,
                window=variable.window or None,
                population=variable.population,
            ),
            claims=tuple(dict.fromkeys(reply.claim.id for reply in replies)),
            answers=tuple(_answer(reply, variable) for reply in replies),
            status=_status(_id(variable) in disputed, replies, origin_of, taxonomy),
            differs=differs.get(variable, ()),
        )
        for variable, replies in groups.items()
    ]

    def rank(question: Question) -> tuple[int, int, str, str]:
        voices = len({origin_of[claim] for claim in question.claims})
        return (ORDER.index(question.status), -voices, question.label, question.id)

    return tuple(sorted(asked, key=rank))


def _answer(reply: Reply, asked: Variable) -> Answer:
    """Return the reply as an answer; a count without an event is a bare one."""
    told = reply.variable.event or reply.variable.subject or reply.variable.per
    bare = asked.event and not told and reply.standing is Standing.FACT
    return reply.answer.model_copy(update={"standing": BARE}) if bare else reply.answer


def _container(replies: Sequence[Reply]) -> str | None:
    """Return what the answers count the parts of, where they agree on it."""
    holders = {reply.measure.scope.subject for reply in replies}
    return holders.pop() if len(holders) == 1 else None


def _written(replies: Sequence[Reply]) -> str:
    """Return what most answers count in their words, of several rather than of one."""
    told = Counter(" ".join(r.measure.noun.split()) for r in replies if r.measure.noun)
    several = {" ".join(r.measure.noun.split()) for r in replies if r.measure.low != 1}
    return max(told, key=lambda noun: (noun in several, told[noun], noun), default="")


def _subject(variable: Variable, taxonomy: Taxonomy) -> str | None:
    """Return the subject as people know it; that of a count is only where it was counted."""
    return None if taxonomy.countable(variable.kind) else variable.subject or None


def _apart(one: tuple[bool, Ends], other: tuple[bool, Ends]) -> bool:
    """Return whether two answers cannot be given to the same, as far as their numbers tell."""
    return one[0] != other[0] or not (one[0] or ends_meet(one[1], other[1]))


def _status(
    disputed: bool, replies: Sequence[Reply], origin_of: Mapping[str, str], taxonomy: Taxonomy
) -> QuestionStatus:
    if disputed:
        return QuestionStatus.DISPUTED
    if len({origin_of[reply.claim.id] for reply in replies}) < 2:
        return QuestionStatus.SINGLE
    # Too little is known of what was counted, each answer is about a day of its own, or two leave
    # no number in common and nothing tells that they are of the same.
    windows = {(reply.variable.window, reply.variable.as_of) for reply in replies}
    vague = not any(comparable(reply, taxonomy) for reply in replies)
    said = {(r.standing is Standing.DENIAL, (r.low, r.high)) for r in replies}
    apart = any(_apart(*both) for both in combinations(said, 2))
    if vague or apart or len(windows) == len(replies):
        return QuestionStatus.INCOMPARABLE
    return QuestionStatus.AGREED
