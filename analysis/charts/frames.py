"""A frame, as the type checker should see it.

pandas annotates a column of a frame as a union of all that it could be, with which no checker can work. What a column
holds is known better: `tables` declares it and checks it when the program runs. So charts that count and group take
``Frame``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    Frame = Any
    """A `pandas.DataFrame` whose columns are those of the table that the function names."""
else:
    Frame = pd.DataFrame
