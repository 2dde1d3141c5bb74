CREATE TABLE `rate_card_contents` (
	`key` integer PRIMARY KEY,
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`billable_id` text,
	`card` text NOT NULL,
	`display_name` text GENERATED ALWAYS AS ((card ->> '$.displayName')) VIRTUAL NOT NULL,
	`tag` text GENERATED ALWAYS AS ((card ->> '$.tag')) VIRTUAL,
	`invoice_timing` text GENERATED ALWAYS AS ((card ->> '$.invoiceTiming')) VIRTUAL NOT NULL,
	CONSTRAINT `rate_card_contents_id` UNIQUE(`id`,`org_id`)
);
--> statement-breakpoint
CREATE TABLE `rate_card_members` (
	`set_key` integer NOT NULL,
	`position` integer NOT NULL,
	`content_key` integer NOT NULL,
	CONSTRAINT `rate_card_members_pk` PRIMARY KEY(`set_key`, `position`)
);
--> statement-breakpoint
CREATE TABLE `rate_card_sets` (
	`key` integer PRIMARY KEY,
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`uses` integer NOT NULL,
	`size` integer NOT NULL,
	CONSTRAINT `rate_card_sets_id` UNIQUE(`id`,`org_id`)
);
--> statement-breakpoint
CREATE INDEX `rate_card_contents_billable` ON `rate_card_contents` (`billable_id`,`org_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `rate_card_members_content` ON `rate_card_members` (`content_key`,`set_key`);--> statement-breakpoint
CREATE INDEX `rate_card_sets_unused` ON `rate_card_sets` (`org_id`) WHERE "rate_card_sets"."uses" = 0;--> statement-breakpoint

-- Each set that there is, and how many rows refer to it.
INSERT INTO `rate_card_sets` (`org_id`, `id`, `uses`, `size`)
SELECT org_id, id, sum(uses), sum(size) FROM (
  SELECT org_id, rate_card_set_id AS id, 1 AS uses, 0 AS size FROM schedules
  UNION ALL SELECT org_id, rate_card_set_id, 1, 0 FROM price_plan_versions
  UNION ALL SELECT org_id, rate_card_set_id, 1, 0 FROM purchases WHERE rate_card_set_id IS NOT NULL
  UNION ALL SELECT org_id, set_id, 0, 1 FROM rate_cards
) GROUP BY org_id, id;
--> statement-breakpoint

-- Each card keeps its own content: SQL cannot compute the hash that names one. An edit of its set shares what it leaves as it is from then on.
INSERT INTO `rate_card_contents` (`org_id`, `id`, `name`, `type`, `billable_id`, `card`)
SELECT org_id, id, name, type, billable_id, card FROM rate_cards;
--> statement-breakpoint
INSERT INTO `rate_card_members` (`set_key`, `position`, `content_key`)
SELECT s.key, r.position, c.key
FROM rate_cards r JOIN rate_card_sets s ON s.org_id = r.org_id AND s.id = r.set_id JOIN rate_card_contents c ON c.org_id = r.org_id AND c.id = r.id;
--> statement-breakpoint
DROP TABLE `rate_cards`;
--> statement-breakpoint

-- The rate cards of every set, as they are read. `c.org_id = s.org_id` lets the index of an item's cards be sought with the organization.
CREATE VIEW `rate_cards` AS
SELECT s.id || '.' || m.position AS `id`, s.org_id AS `org_id`, s.id AS `set_id`, m.position AS `position`, c.name AS `name`, c.type AS `type`,
  c.billable_id AS `billable_id`, c.card AS `card`, c.display_name AS `display_name`, c.tag AS `tag`, c.invoice_timing AS `invoice_timing`,
  c.key AS `content_key`, m.set_key AS `set_key`
FROM rate_card_sets s JOIN rate_card_members m ON m.set_key = s.key JOIN rate_card_contents c ON c.key = m.content_key AND c.org_id = s.org_id;
--> statement-breakpoint

-- Nothing of a set or a card ever changes, and a set goes when nothing refers to it: with its list, and the cards that are its alone.
CREATE TRIGGER `rate_cards_frozen_update` INSTEAD OF UPDATE ON `rate_cards`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_contents_frozen` BEFORE UPDATE ON `rate_card_contents`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_contents_kept` BEFORE DELETE ON `rate_card_contents` WHEN EXISTS (SELECT 1 FROM rate_card_members WHERE content_key = OLD.key)
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_members_frozen` BEFORE UPDATE ON `rate_card_members`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_members_kept` BEFORE DELETE ON `rate_card_members` WHEN EXISTS (SELECT 1 FROM rate_card_sets WHERE key = OLD.set_key)
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_members_deleted` AFTER DELETE ON `rate_card_members`
WHEN NOT EXISTS (SELECT 1 FROM rate_card_members WHERE content_key = OLD.content_key)
BEGIN
  DELETE FROM rate_card_contents WHERE key = OLD.content_key;
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_sets_frozen` BEFORE UPDATE OF `key`, `org_id`, `id` ON `rate_card_sets`
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_sets_kept` BEFORE DELETE ON `rate_card_sets` WHEN OLD.uses <> 0
BEGIN
  SELECT RAISE(ABORT, 'RATE_CARD_FROZEN');
END;
--> statement-breakpoint
CREATE TRIGGER `rate_card_sets_deleted` AFTER DELETE ON `rate_card_sets`
BEGIN
  DELETE FROM rate_card_members WHERE set_key = OLD.key;
END;
--> statement-breakpoint

-- Who refers to a set is counted. A set that another writer has let go since it was read is a lost race.
CREATE TRIGGER `schedules_set_begun` AFTER INSERT ON `schedules` WHEN NEW.rate_card_set_id IS NOT NULL
BEGIN
  UPDATE rate_card_sets SET uses = uses + 1 WHERE org_id = NEW.org_id AND id = NEW.rate_card_set_id;
  SELECT RAISE(ABORT, 'LOST_RACE') WHERE changes() = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_set_ended` AFTER DELETE ON `schedules` WHEN OLD.rate_card_set_id IS NOT NULL
BEGIN
  UPDATE rate_card_sets SET uses = uses - 1 WHERE org_id = OLD.org_id AND id = OLD.rate_card_set_id;
END;
--> statement-breakpoint
CREATE TRIGGER `schedules_set_changed` AFTER UPDATE OF `rate_card_set_id` ON `schedules` WHEN NEW.rate_card_set_id IS NOT OLD.rate_card_set_id
BEGIN
  UPDATE rate_card_sets SET uses = uses - 1 WHERE org_id = OLD.org_id AND id = OLD.rate_card_set_id;
  UPDATE rate_card_sets SET uses = uses + 1 WHERE org_id = NEW.org_id AND id = NEW.rate_card_set_id;
  SELECT RAISE(ABORT, 'LOST_RACE') WHERE NEW.rate_card_set_id IS NOT NULL AND changes() = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_set_begun` AFTER INSERT ON `price_plan_versions` WHEN NEW.rate_card_set_id IS NOT NULL
BEGIN
  UPDATE rate_card_sets SET uses = uses + 1 WHERE org_id = NEW.org_id AND id = NEW.rate_card_set_id;
  SELECT RAISE(ABORT, 'LOST_RACE') WHERE changes() = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_set_ended` AFTER DELETE ON `price_plan_versions` WHEN OLD.rate_card_set_id IS NOT NULL
BEGIN
  UPDATE rate_card_sets SET uses = uses - 1 WHERE org_id = OLD.org_id AND id = OLD.rate_card_set_id;
END;
--> statement-breakpoint
CREATE TRIGGER `price_plan_versions_set_changed` AFTER UPDATE OF `rate_card_set_id` ON `price_plan_versions` WHEN NEW.rate_card_set_id IS NOT OLD.rate_card_set_id
BEGIN
  UPDATE rate_card_sets SET uses = uses - 1 WHERE org_id = OLD.org_id AND id = OLD.rate_card_set_id;
  UPDATE rate_card_sets SET uses = uses + 1 WHERE org_id = NEW.org_id AND id = NEW.rate_card_set_id;
  SELECT RAISE(ABORT, 'LOST_RACE') WHERE NEW.rate_card_set_id IS NOT NULL AND changes() = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `purchases_set_begun` AFTER INSERT ON `purchases` WHEN NEW.rate_card_set_id IS NOT NULL
BEGIN
  UPDATE rate_card_sets SET uses = uses + 1 WHERE org_id = NEW.org_id AND id = NEW.rate_card_set_id;
  SELECT RAISE(ABORT, 'LOST_RACE') WHERE changes() = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `purchases_set_ended` AFTER DELETE ON `purchases` WHEN OLD.rate_card_set_id IS NOT NULL
BEGIN
  UPDATE rate_card_sets SET uses = uses - 1 WHERE org_id = OLD.org_id AND id = OLD.rate_card_set_id;
END;
--> statement-breakpoint
CREATE TRIGGER `purchases_set_changed` AFTER UPDATE OF `rate_card_set_id` ON `purchases` WHEN NEW.rate_card_set_id IS NOT OLD.rate_card_set_id
BEGIN
  UPDATE rate_card_sets SET uses = uses - 1 WHERE org_id = OLD.org_id AND id = OLD.rate_card_set_id;
  UPDATE rate_card_sets SET uses = uses + 1 WHERE org_id = NEW.org_id AND id = NEW.rate_card_set_id;
  SELECT RAISE(ABORT, 'LOST_RACE') WHERE NEW.rate_card_set_id IS NOT NULL AND changes() = 0;
END;
