ALTER TABLE users
    ADD COLUMN first_name varchar(150) NOT NULL DEFAULT '',
    ADD COLUMN last_name  varchar(150) NOT NULL DEFAULT '';
