ALTER TABLE `rate_cards` ADD `display_name` text GENERATED ALWAYS AS ((card ->> '$.displayName')) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `rate_cards` ADD `tag` text GENERATED ALWAYS AS ((card ->> '$.tag')) VIRTUAL;--> statement-breakpoint
ALTER TABLE `rate_cards` ADD `invoice_timing` text GENERATED ALWAYS AS ((card ->> '$.invoiceTiming')) VIRTUAL NOT NULL;