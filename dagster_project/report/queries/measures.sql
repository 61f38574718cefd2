-- One row a measure.
select
    measure,
    description,
    unit,
    theme
from marts.dim_measure
order by theme, measure
