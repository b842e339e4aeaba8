"""Names for the arrays that go through every room: one row an area unless a docstring says another shape."""

import numpy as np
import numpy.typing as npt

type Floats = npt.NDArray[np.float64]
type Ints = npt.NDArray[np.int64]
type Flags = npt.NDArray[np.bool_]
type Shapes = npt.NDArray[np.object_]
