ALTER TABLE `contacts` ADD `bot_started_at` integer;--> statement-breakpoint
UPDATE `contacts` SET `bot_started_at` = (SELECT min(`at`) FROM `event_log` WHERE `contact` = `contacts`.`id` AND `type` LIKE 'marea.bot.%') WHERE `bot_outcome` IS NOT NULL;
