select arrived, quarantined, replaced, withdrawn
from balance
where source = 'correction'
