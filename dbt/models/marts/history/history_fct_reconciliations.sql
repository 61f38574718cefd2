{{ config(unique_key=['reconciliation_id', 'valid_from']) }}

{{ history_of('fct_reconciliations', 'observation_id', 'int_touched_reconciliations') }}
