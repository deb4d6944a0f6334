package main

import (
	"net"

	"google.golang.org/grpc"
)

func serve(listener net.Listener) error {
	return grpc.NewServer().Serve(listener)
}
