package main

import (
	"os"

	"gopkg.in/yaml.v3"
)

type config struct {
	Address              string `yaml:"address"`
	SessionRetentionDays int    `yaml:"sessionRetentionDays"`
}

func readConfig(file string) (config, error) {
	var read config
	content, err := os.ReadFile(file)
	if err != nil {
		return read, err
	}
	err = yaml.Unmarshal(content, &read)
	return read, err
}
