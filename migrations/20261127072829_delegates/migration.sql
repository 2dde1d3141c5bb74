CREATE TABLE `token_issuers` (
	`id` text NOT NULL,
	`org_id` text NOT NULL,
	`issuer` text NOT NULL,
	`jwks` text,
	`jwks_uri` text,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	CONSTRAINT `token_issuers_pk` PRIMARY KEY(`org_id`, `id`)
);
--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `delegate` text;--> statement-breakpoint

-- Who may make tokens could make one that delegates, but for `tokens:delegate` being newer than its own scopes.
UPDATE `api_tokens` SET `scopes` = json_insert(`scopes`, '$[#]', 'tokens:delegate')
WHERE EXISTS (SELECT 1 FROM json_each(`scopes`) WHERE value = 'tokens:manage');
