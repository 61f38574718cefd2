{{ recorded('int_date_mentions') }}
