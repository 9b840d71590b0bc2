package negotiate

import "testing"

func TestEncoding(t *testing.T) {
	for _, c := range []struct{ accept, want string }{
		{"", ""},
		{"gzip, deflate, br, zstd", "br"},
		{"gzip", "gzip"},
		{"GZIP", "gzip"},
		{"gzip, zstd", "zstd"},
		{"br;q=0.5, gzip;q=0.8", "gzip"},
		{"br;q=0, gzip", "gzip"},
		{"br;q=0.001", "br"},
		{"br;q=1.000, zstd;q=0.999", "br"},
		{"zstd;q=0.9 , br ; q=0.8", "zstd"},
		{"*", "br"},
		{"*;q=0.1", "br"},
		{"br;q=0, *", "zstd"},
		{"*;q=0", ""},
		{"identity", ""},
		{"identity, br", "br"},
		{"identity;q=0.5, br;q=0.2", ""},
		{"identity;q=0, br;q=0.2", "br"},
		{"identity;q=0", ""},
		{"deflate", ""},
		{"brx, xbr", ""},
		{"br;q=x", ""},
		{"br;q=2", ""},
		{"br;q=0.1234", ""},
		{"br;q=", ""},
		{",,;;q=1,", ""},
	} {
		if got := Encoding(c.accept, "br", "zstd", "gzip"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.accept, got, c.want)
		}
	}
}

func TestEncodingAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Encoding("gzip, deflate, br;q=0.9", "br", "zstd", "gzip") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
