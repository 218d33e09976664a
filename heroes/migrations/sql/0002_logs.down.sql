DROP TABLE hero_decisions;
DROP TABLE activity_log;
