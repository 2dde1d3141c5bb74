ALTER TABLE `license_updates` ADD `held` text DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE `license_updates` ADD `metadata` text;--> statement-breakpoint

-- What each update that is there left: the sum from the last absolute one on, by the updates that were recorded until it. The digits after the
-- point are summed apart, in units of 10^-12, so that no sum exceeds an integer of 64 bits.
UPDATE `license_updates` SET `held` = (
  WITH steps AS (
    SELECT effective_from, id, update_type, cast(quantity AS INTEGER) AS units,
      iif(quantity LIKE '-%', -1, 1) * iif(instr(quantity, '.') = 0, 0,
        cast(substr(substr(quantity, instr(quantity, '.') + 1) || '000000000000', 1, 12) AS INTEGER)) AS parts
    FROM license_updates AS earlier
    WHERE earlier.org_id = license_updates.org_id AND earlier.account_id = license_updates.account_id
      AND earlier.license_id = license_updates.license_id
      AND earlier.id <= license_updates.id AND earlier.effective_from <= license_updates.effective_from
  ), summed AS (
    SELECT sum(units) AS units, sum(parts) AS parts FROM steps AS step WHERE NOT EXISTS (
      SELECT 1 FROM steps AS later WHERE later.update_type = 'ABSOLUTE' AND (later.effective_from, later.id) > (step.effective_from, step.id)
    )
  ), carried AS (
    SELECT units + (parts - (parts % 1000000000000 + 1000000000000) % 1000000000000) / 1000000000000 AS units,
      (parts % 1000000000000 + 1000000000000) % 1000000000000 AS parts
    FROM summed
  ), signed AS (
    SELECT iif(units < 0, '-', '') AS sign,
      iif(units < 0 AND parts > 0, -units - 1, abs(units)) AS units,
      iif(units < 0 AND parts > 0, 1000000000000 - parts, parts) AS parts
    FROM carried
  )
  SELECT sign || units || iif(parts = 0, '', '.' || rtrim(printf('%012d', parts), '0')) FROM signed
);
--> statement-breakpoint

DROP TRIGGER `license_updates_stored_more`;--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_more` AFTER INSERT ON `license_updates`
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."metadata" AS BLOB)), 0) WHERE org_id = NEW.org_id;
END;
--> statement-breakpoint
DROP TRIGGER `license_updates_stored_less`;--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_less` AFTER DELETE ON `license_updates`
BEGIN
  UPDATE storage_usage SET bytes = bytes - (500 + coalesce(length(cast(OLD."metadata" AS BLOB)), 0)) WHERE org_id = OLD.org_id;
END;
--> statement-breakpoint
CREATE TRIGGER `license_updates_stored_changed` AFTER UPDATE OF `metadata` ON `license_updates` WHEN 500 + coalesce(length(cast(NEW."metadata" AS BLOB)), 0) <> 500 + coalesce(length(cast(OLD."metadata" AS BLOB)), 0)
BEGIN
  UPDATE storage_usage SET bytes = bytes + 500 + coalesce(length(cast(NEW."metadata" AS BLOB)), 0) - (500 + coalesce(length(cast(OLD."metadata" AS BLOB)), 0)) WHERE org_id = NEW.org_id;
END;
