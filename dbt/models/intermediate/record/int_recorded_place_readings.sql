{{ recorded('int_place_readings') }}
where reading_count > 1
