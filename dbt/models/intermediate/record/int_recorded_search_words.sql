{{ recorded('int_search_words', '*') }}
