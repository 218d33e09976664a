-- What was archived goes back into the logs first. Not what was dropped: it lies in the exports.
INSERT INTO activity_log
SELECT old.* FROM activity_archive AS packed CROSS JOIN LATERAL unpacked_activities(packed, -1, 2147483647) AS old;
INSERT INTO hero_decisions
SELECT old.* FROM activity_archive AS packed CROSS JOIN LATERAL unpacked_decisions(packed, -1, 2147483647) AS old;
DROP TABLE archive_checkpoints;
DROP FUNCTION decisions_of(uuid, uuid[]);
DROP FUNCTION activities_of(uuid, uuid[]);
DROP FUNCTION decision_history(uuid, integer, integer);
DROP FUNCTION activity_history(uuid, integer, integer);
DROP FUNCTION unpacked_decisions(activity_archive, integer, integer);
DROP FUNCTION unpacked_activities(activity_archive, integer, integer);
DROP TABLE activity_archive;
DROP FUNCTION id_moments(uuid[]);
DROP FUNCTION id_moment(uuid);
