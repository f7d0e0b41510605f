-- Versions that did not count before and do now: a content that came once more, in a file older than its update, loses
-- to what it had replaced.
select u.version_no
from known_uncounted as u
semi join decided_version as d on d.version_no = u.version_no
anti join chosen_uncounted as c on c.version_no = u.version_no
