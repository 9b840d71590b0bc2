package propresenter7

import (
	"errors"
	"math"

	"google.golang.org/protobuf/encoding/protowire"
)

// field is one field of a message as it stands on the wire.
type field struct {
	number protowire.Number
	kind   protowire.Type
	value  uint64 // of numbers
	bytes  []byte // of strings and messages
}

var errWire = errors.New("no message of ProPresenter")

// fields walks over a message; what follows broken bytes is lost, and the error says so.
func fields(message []byte, visit func(field)) error {
	for len(message) > 0 {
		number, kind, n := protowire.ConsumeTag(message)
		if n < 0 {
			return errWire
		}
		f := field{number: number, kind: kind}
		size := n
		switch kind {
		case protowire.VarintType:
			f.value, n = protowire.ConsumeVarint(message[size:])
		case protowire.Fixed64Type:
			f.value, n = protowire.ConsumeFixed64(message[size:])
		case protowire.BytesType:
			f.bytes, n = protowire.ConsumeBytes(message[size:])
		default:
			n = protowire.ConsumeFieldValue(number, kind, message[size:])
		}
		if n < 0 {
			return errWire
		}
		visit(f)
		message = message[size+n:]
	}
	return nil
}

// each visits the messages of one number.
func each(message []byte, number protowire.Number, visit func([]byte)) {
	_ = fields(message, func(f field) { // what stands before broken bytes is kept
		if f.number == number && f.kind == protowire.BytesType {
			visit(f.bytes)
		}
	})
}

// at follows a path of numbers to the last message there; nil when there is none.
func at(message []byte, path ...protowire.Number) []byte {
	for _, number := range path {
		var found []byte
		each(message, number, func(b []byte) { found = b })
		if found == nil {
			return nil
		}
		message = found
	}
	return message
}

// text is the string at a path.
func text(message []byte, path ...protowire.Number) string {
	return string(at(message, path...))
}

// number is the whole number of a field, 0 for none.
func number(message []byte, wanted protowire.Number) int {
	found := 0
	_ = fields(message, func(f field) {
		if f.number == wanted && f.kind == protowire.VarintType && f.value < math.MaxInt32 {
			found = int(f.value)
		}
	})
	return found
}

// real is the floating-point number of a field, 0 for none.
func real(message []byte, wanted protowire.Number) float64 {
	found := 0.0
	_ = fields(message, func(f field) {
		if v := math.Float64frombits(f.value); f.number == wanted && f.kind == protowire.Fixed64Type && !math.IsNaN(v) {
			found = v
		}
	})
	return found
}
