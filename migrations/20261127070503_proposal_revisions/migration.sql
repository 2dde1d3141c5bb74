ALTER TABLE `purchases` ADD `number` integer;--> statement-breakpoint
ALTER TABLE `purchases` ADD `revision` integer;--> statement-breakpoint
ALTER TABLE `purchases` ADD `supersedes_id` text;--> statement-breakpoint
ALTER TABLE `purchases` ADD `superseded_by_id` text;--> statement-breakpoint
CREATE INDEX `purchases_revisions` ON `purchases` (`org_id`,`number`,`revision`,`id`) WHERE "purchases"."number" is not null;--> statement-breakpoint

-- Each proposal there is becomes the first revision of a number, in the order in which they were made.
UPDATE `purchases` SET `number` = counted.`number`, `revision` = 1
FROM (
  SELECT org_id, id, row_number() OVER (PARTITION BY org_id ORDER BY id) AS `number` FROM purchases WHERE is_proposal = 1
) AS counted
WHERE purchases.org_id = counted.org_id AND purchases.id = counted.id;
--> statement-breakpoint

-- What was offered never changes: a revision is another row. A number is given once.
CREATE TRIGGER `purchases_terms_kept` BEFORE UPDATE ON `purchases`
WHEN (NEW.id, NEW.org_id, NEW.account_id, NEW.is_proposal, NEW.type, NEW.payment_mode, NEW.quantity, NEW.rate_card_quantities, NEW.price_amount,
    NEW.price_currency, NEW.price_lines, NEW.created_at)
  <> (OLD.id, OLD.org_id, OLD.account_id, OLD.is_proposal, OLD.type, OLD.payment_mode, OLD.quantity, OLD.rate_card_quantities, OLD.price_amount,
    OLD.price_currency, OLD.price_lines, OLD.created_at)
  OR NEW.price_plan_id IS NOT OLD.price_plan_id OR NEW.plan_version_id IS NOT OLD.plan_version_id OR NEW.rate_card_set_id IS NOT OLD.rate_card_set_id
  OR NEW.override IS NOT OLD.override OR NEW.purchase_amount IS NOT OLD.purchase_amount OR NEW.topup_amount IS NOT OLD.topup_amount
  OR NEW.effective_from IS NOT OLD.effective_from OR NEW.effective_until IS NOT OLD.effective_until OR NEW.expires_at IS NOT OLD.expires_at
  OR NEW.supersedes_id IS NOT OLD.supersedes_id
  OR OLD.number IS NOT NULL AND (NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision)
BEGIN
  SELECT RAISE(ABORT, 'PURCHASE_TERMS');
END;
--> statement-breakpoint

-- A superseded proposal is history.
CREATE TRIGGER `purchases_superseded_kept` BEFORE UPDATE ON `purchases` WHEN OLD.status = 'PROPOSAL_SUPERSEDED'
BEGIN
  SELECT RAISE(ABORT, 'PURCHASE_SUPERSEDED');
END;
--> statement-breakpoint

-- No revision of a number is made twice.
CREATE TRIGGER `purchases_revision_once` BEFORE INSERT ON `purchases` WHEN NEW.number IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'REVISION_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM purchases WHERE org_id = NEW.org_id AND number = NEW.number AND revision = NEW.revision
  );
END;
