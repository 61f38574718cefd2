"""The best one-to-one pairing of two lists by weight. Knows nothing of documents."""

Weights = list[list[float]]


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Pairs (row, column) that maximise the summed weight; a weight of 0 or less is no pair.

    Hungarian method with potentials, O(rows² · columns): lists here have at most some hundred rows.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in best_pairs(turned))
    costs = [[-max(weight, 0.0) for weight in row] for row in weights]
    matched = _minimise(costs)
    return [(row, col) for row, col in enumerate(matched) if weights[row][col] > 0]


def _minimise(costs: Weights) -> list[int]:
    """The column of each row in the cheapest complete assignment; no more rows than columns."""
    rows, columns = len(costs), len(costs[0])
    row_potential = [0.0] * (rows + 1)
    column_potential = [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)  # 1-based; column 0 is where a new row enters
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        slack = [float("inf")] * (columns + 1)
        came_from = [0] * (columns + 1)
        used = [False] * (columns + 1)
        while row_of[column]:
            used[column] = True
            current = row_of[column]
            delta, following = float("inf"), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = costs[current - 1][j - 1] - row_potential[current] - column_potential[j]
                if cost < slack[j]:
                    slack[j], came_from[j] = cost, column
                if slack[j] < delta:
                    delta, following = slack[j], j
            for j in range(columns + 1):
                if used[j]:
                    row_potential[row_of[j]] += delta
                    column_potential[j] -= delta
                else:
                    slack[j] -= delta
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    result = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            result[row_of[column] - 1] = column - 1
    return result
