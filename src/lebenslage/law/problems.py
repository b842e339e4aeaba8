"""What can be wrong with a household file. Each names the person and the fact; its sentence says what to do."""

from lebenslage.kernel.errors import Problem


class UnknownFact(Problem):
    """A key is no fact of this entity. Details: fact, person, suggestion."""


class UnknownSection(Problem):
    """A key of the file is neither `haushalt` nor a list of persons or payments. Details: section, known."""


class NoPersons(Problem):
    """A household file names nobody."""


class NotAMapping(Problem):
    """Facts must stand as `name: value`. Details: section."""


class DuplicatePerson(Problem):
    """Two persons carry one name. Details: person."""


class WrongUnit(Problem):
    """An amount is given for another period than the fact is asked for. Details: fact, person, given, expected."""


class NotAnAmount(Problem):
    """A value is not an amount. Details: fact, person, given."""


class TwoAmounts(NotAnAmount):
    """A value is one of two amounts: "1,200" may be 1.20 or 1200. Details: fact, person, given, given_whole."""


class NotANumber(Problem):
    """A value is not a whole number or has too many decimals. Details: fact, person, given."""


class NotADay(Problem):
    """A value is not a day of the calendar. Details: fact, person, given."""


class NotYesOrNo(Problem):
    """A value is neither yes nor no. Details: fact, person, given."""


class UnknownChoice(Problem):
    """A value is none of the choices. Details: fact, person, given, choices."""


class TooSmall(Problem):
    """A value lies below what is possible. Details: fact, person, given, least."""


class TooGreat(Problem):
    """A value lies above what is possible. Details: fact, person, given, greatest."""


class UnknownPerson(Problem):
    """A fact points to a person who is not in the household. Details: fact, person, given."""


class Contradiction(Problem):
    """An amount is given although its kind is not among the chosen ones. Details: fact, person, other, choice."""


class TwoHeads(Problem):
    """More than one person applies. Details: person, other."""


class NoHead(Problem):
    """Nobody applies. Details: none."""


class OlderThanParent(Problem):
    """A child is not younger than its parent. Details: person, other."""


class OwnParent(Problem):
    """A person is named as her own parent. Details: person."""


class MissingColumn(Problem):
    """A table lacks a column that some rows need. Details: column, because."""


class UnreadableColumn(Problem):
    """A column has a type or words that its fact does not know. Details: column, given."""


class UnsortedTable(Problem):
    """The rows of a household do not stand together, households in rising order. Details: column."""


class ColumnOutOfBounds(Problem):
    """A column holds a value below or above what is possible. Details: column, given."""


class UnknownFigure(Problem):
    """A reform names a figure that the law of the day does not read. Details: figure, suggestion."""


class WrongFigure(Problem):
    """A reform gives a figure that is no number, has too many decimals, or another shape than the table. Details: figure, given."""
