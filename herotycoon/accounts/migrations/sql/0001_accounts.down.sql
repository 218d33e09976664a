DROP TABLE user_sessions;
DROP TABLE users_user_permissions;
DROP TABLE users_groups;
DROP TABLE users;
