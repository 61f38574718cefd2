{{ recorded('int_events', '* exclude (mention_id, source_mention_id, parties_mention_id, is_stated_date), ' ~ coder_version() ~ ' as coder_version') }}
