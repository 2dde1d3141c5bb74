CREATE TABLE `reserved_aliases` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`value` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT `reserved_aliases_pk` PRIMARY KEY(`org_id`, `id`),
	CONSTRAINT `reserved_aliases_value` UNIQUE(`org_id`,`value`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Count what they store.
CREATE TRIGGER `reserved_aliases_stored_more` AFTER INSERT ON `reserved_aliases`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `reserved_aliases_stored_less` AFTER DELETE ON `reserved_aliases`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('reserved_aliases', 'sqlite_autoindex_reserved_aliases_1', '1000000 1000 1'),
  ('reserved_aliases', 'sqlite_autoindex_reserved_aliases_2', '1000000 1000 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
