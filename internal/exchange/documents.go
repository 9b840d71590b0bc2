package exchange

import "churchmusic/internal/exchange/format"

// Documents reads a file for a writer outside of this package, such as one for paper: its
// songs in the wanted key, and what the reading lost, song by song.
func Documents(in format.Input, how Conversion) ([]*format.Document, [][]format.Loss, error) {
	result, err := how.read(in)
	if err != nil {
		return nil, nil, err
	}
	docs, losses := make([]*format.Document, len(result.Songs)), make([][]format.Loss, len(result.Songs))
	for i := range result.Songs {
		docs[i] = format.NewDocument(result.Songs[i].ChartText, how.Options)
		losses[i] = result.Songs[i].Losses
	}
	return docs, losses, nil
}
