select count(*)
from ${table}
