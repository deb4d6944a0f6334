// The accounts service: profiles, sign-in, consent and deletion.
package main

import (
	"flag"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/copperbell/accounts-service/internal/sessions"
)

func main() {
	file := flag.String("config", "local.yaml", "the file with the configuration")
	flag.Parse()

	config, err := readConfig(*file)
	if err != nil {
		slog.Error("cannot read the configuration", "file", *file, "error", err)
		os.Exit(1)
	}
	store := sessions.NewStore(time.Duration(config.SessionRetentionDays) * 24 * time.Hour)
	server := &http.Server{
		Addr:              config.Address,
		Handler:           routes(store),
		ReadHeaderTimeout: 5 * time.Second,
	}
	slog.Info("listening", "port", config.Address)
	if err := server.ListenAndServe(); err != nil {
		slog.Error("stopped", "error", err)
		os.Exit(1)
	}
}

func routes(store *sessions.Store) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusOK)
	})
	mux.HandleFunc("DELETE /v1/sessions/{id}", func(w http.ResponseWriter, r *http.Request) {
		store.Revoke(r.PathValue("id"))
		w.WriteHeader(http.StatusNoContent)
	})
	return mux
}
