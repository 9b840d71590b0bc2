package httpd

import (
	"context"
	"net/http"
	"time"

	"github.com/coder/websocket"

	"churchmusic/internal/fault"
	"churchmusic/internal/live"
)

const (
	socketRead  = 64 << 10
	socketPing  = 30 * time.Second
	socketWrite = 10 * time.Second
)

// closeCodes says how a socket ends, by the reason that its subscription ended.
var closeCodes = map[live.Reason]websocket.StatusCode{
	live.Slow:     websocket.StatusTryAgainLater,
	live.Revoked:  websocket.StatusPolicyViolation,
	live.Shutdown: websocket.StatusServiceRestart,
}

// socket sends change events to one tab. The client sends nothing.
func (s *Server) socket(w http.ResponseWriter, r *http.Request) {
	routed(w, "/ws")
	if !s.ours(r) {
		problem(w, http.StatusForbidden, "cross_origin", "A page of another site cannot listen here.")
		return
	}
	s.sockets.Add(1)
	defer s.sockets.Done()
	sub, ok := s.subscribe(w.(*exchange), r)
	if !ok {
		return
	}
	defer sub.Close()
	c, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true}) // the origin was checked above
	if err != nil {
		return
	}
	defer c.CloseNow()
	c.SetReadLimit(socketRead)
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.Context()))
	defer cancel()
	go hear(ctx, cancel, c)
	s.feed(ctx, c, sub)
}

// hear reads so that pings and closes are answered; a client that talks is shown out. (The library's CloseRead does the
// same, but waits for itself when it closes.)
func hear(ctx context.Context, cancel context.CancelFunc, c *websocket.Conn) {
	defer cancel()
	if _, _, err := c.Reader(ctx); err == nil {
		_ = c.Close(websocket.StatusPolicyViolation, "nothing is expected here")
	}
}

// subscribe looks the session up again once it listens: a revocation in between would otherwise go unheard.
func (s *Server) subscribe(x *exchange, r *http.Request) (*live.Subscription, bool) {
	who, err := s.who(r)
	if err != nil {
		s.unknown(x, err)
		return nil, false
	}
	sub, err := s.options.Hub.Subscribe(live.Listener{UserID: who.UserID, SessionID: who.SessionID})
	if err == nil && who != (Identity{}) {
		var again Identity
		if again, err = s.who(r); err == nil && again != who {
			err = fault.New(fault.Unavailable, "The session just ended.")
		}
	}
	if err != nil {
		if sub != nil {
			sub.Close()
		}
		s.unknown(x, err)
		return nil, false
	}
	x.identity = who
	return sub, true
}

func (s *Server) who(r *http.Request) (Identity, error) {
	if s.options.Authenticate == nil {
		return Identity{}, nil
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.limits.Request)
	defer cancel()
	_, who, err := s.options.Authenticate(ctx, r)
	return who, err
}

// feed writes events until the client or the hub ends it, with a ping whenever it is quiet.
func (s *Server) feed(ctx context.Context, c *websocket.Conn, sub *live.Subscription) {
	for {
		quiet, cancel := context.WithTimeout(ctx, socketPing)
		batch, err := sub.Next(quiet)
		cancel()
		switch reason, ended := live.Ended(err); {
		case ended:
			s.farewell(ctx, c, reason)
			return
		case ctx.Err() != nil:
			return
		case err != nil:
			err = ping(ctx, c)
		default:
			err = s.write(ctx, c, batch)
		}
		if err != nil {
			return
		}
	}
}

func ping(ctx context.Context, c *websocket.Conn) error {
	ctx, cancel := context.WithTimeout(ctx, socketWrite)
	defer cancel()
	return c.Ping(ctx)
}

func (s *Server) write(ctx context.Context, c *websocket.Conn, batch []live.Message) error {
	ctx, cancel := context.WithTimeout(ctx, socketWrite)
	defer cancel()
	for _, m := range batch {
		if err := c.Write(ctx, websocket.MessageText, m.Text); err != nil {
			return err
		}
		s.metrics.propagation.Observe(time.Since(m.At).Seconds())
	}
	return nil
}

// farewell closes with the code of the reason. One who was signed out hears first that the account changed.
func (s *Server) farewell(ctx context.Context, c *websocket.Conn, reason live.Reason) {
	if reason == live.Revoked {
		ctx, cancel := context.WithTimeout(ctx, time.Second/2)
		defer cancel()
		_ = c.Write(ctx, websocket.MessageText, []byte(`{"type":"account"}`))
	}
	_ = c.Close(closeCodes[reason], string(reason))
}
