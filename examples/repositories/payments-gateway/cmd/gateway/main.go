// The payments gateway: the only service that talks to acquirers.
package main

import (
	"log/slog"
	"net"
	"os"
)

func main() {
	listener, err := net.Listen("tcp", ":9090")
	if err != nil {
		slog.Error("cannot listen", "error", err)
		os.Exit(1)
	}
	slog.Info("listening", "address", listener.Addr().String())
	if err := serve(listener); err != nil {
		slog.Error("stopped", "error", err)
		os.Exit(1)
	}
}
