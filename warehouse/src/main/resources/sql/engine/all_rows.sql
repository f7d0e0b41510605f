select *
from ${table}
