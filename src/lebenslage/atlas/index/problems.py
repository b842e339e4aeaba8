"""What can be wrong with a recipe, or with the table that it is to be used on. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnknownRecipe(Problem):
    """There is neither a recipe of this name nor a file. Details: given, known."""


class UnreadableRecipe(Problem):
    """A recipe file is no YAML. Details: file, line."""


class RecipeFieldTwice(Problem):
    """A field stands twice in the same place, and one of them would be lost. Details: file, line, field."""


class RecipeLacksField(Problem):
    """A field that every recipe needs is not there. Details: file, field."""


class RecipeHasUnknownField(Problem):
    """A recipe says something that we do not know. Details: file, field."""


class RecipeValueWrong(Problem):
    """A field has a value that it cannot have. Details: file, field, given, expected."""


class RecipeIdTwice(Problem):
    """Two indicators or groups have one id. Details: file, field, given."""


class NoSuchMember(Problem):
    """A recipe names a group or an indicator that it does not have. Details: file, field, given, known."""


class EmptyGroup(Problem):
    """A group has no indicator. Details: file, field."""


class BandsOutOfOrder(Problem):
    """The limits of the classes do not rise, or the last class has one. Details: file, field, band."""


class BandsNotCounted(Problem):
    """There are not as many class names as classes. Details: file, field, found, expected."""


class RootOfNegative(Problem):
    """A geometric mean is asked of values that can be negative. Details: file, field."""


class ComponentNeedsZ(Problem):
    """Weights from the first principal component are asked of values that are not z values. Details: file, field."""


class UnknownEdition(Problem):
    """A recipe has no edition of this name. Details: recipe, given, known."""


class NoColumnFor(Problem):
    """No table has a column for an indicator. Details: file, indicator, columns, known."""


class NoSuchIndicator(Problem):
    """A column is chosen for an indicator that the recipe does not have. Details: recipe, given, known."""


class NotAColumnChoice(Problem):
    """A choice of a column is not of the form INDICATOR=COLUMN. Details: given."""


class NotACondition(Problem):
    """A condition is not of the form COLUMN=VALUE. Details: given."""


class NoRowLeft(Problem):
    """No row of a table meets the conditions. Details: file, given."""


class NothingInCommon(Problem):
    """Two tables have no key in common. Details: file, area, other_area."""


class TooFewAreas(Problem):
    """There are fewer areas than an index can be made of. Details: number, least, left_out."""


class AllEqual(Problem):
    """An indicator has the same value in every area. Details: file, column, given."""


class NoLogarithm(Problem):
    """A value is to be put on a logarithmic scale and is not above 0. Details: file, column, area, given."""


class ValueMissing(Problem):
    """A value is missing, and the recipe wants all of them. Details: file, column, area."""


class NoDynamics(Problem):
    """An earlier table is given, and the recipe has no classes of change. Details: recipe."""


class AreaNotInTable(Problem):
    """An area is asked about that no table has. Details: given, suggestion."""
