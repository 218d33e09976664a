-- Nothing asks for a person's real name, so there is no place to keep one.
ALTER TABLE users DROP COLUMN first_name, DROP COLUMN last_name;
