-- SHA-256 of the landed files by name
select name, sha256 from file
