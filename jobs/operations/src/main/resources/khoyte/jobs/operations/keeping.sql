-- kept_file, retired_night, issued_night

-- name: kept
select path, sha256, byte_count from kept_file order by path

-- name: forget
delete from kept_file where path = :path

-- name: keep
insert into kept_file (path, sha256, byte_count) values (:path, :sha256, :byteCount)

-- name: forget_retired
delete from retired_night where as_of = :asOf and version = :version

-- name: retire
insert into retired_night (as_of, version, retired_at) values (:asOf, :version, :retiredAt)

-- name: is_retired
select count(*) from retired_night where as_of = :asOf and version = :version

-- name: forget_issued
delete from issued_night where as_of = :asOf and version = :version

-- name: issue
insert into issued_night (as_of, version) values (:asOf, :version)

-- name: issued
select as_of, version from issued_night order by as_of, version
