CREATE INDEX `purchases_price_plan` ON `purchases` (`org_id`,`is_proposal`,`price_plan_id`,`id`) WHERE ("purchases"."price_plan_id" is not null);--> statement-breakpoint
INSERT INTO `sqlite_stat1` (`tbl`, `idx`, `stat`) VALUES
  ('purchases', 'purchases_price_plan', '1000000 100000 50000 500 1');
--> statement-breakpoint
ANALYZE sqlite_schema;
