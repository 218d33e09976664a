DROP TABLE world_events;
DROP TABLE guilds;
DROP TABLE worlds;
