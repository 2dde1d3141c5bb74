-- The rows that a timeline revision recorded are those that its audit entry names, so they need no index of their own.
CREATE VIEW `recorded_rows` AS
SELECT entry.org_id AS `org_id`, entry.subject_id AS `account_id`, entry.timeline_revision AS `timeline_revision`, named.value AS `row_id`
FROM audit_entries entry, json_each(entry.entities) named WHERE entry.timeline_revision IS NOT NULL;
--> statement-breakpoint
DROP INDEX IF EXISTS `schedules_recorded`;
