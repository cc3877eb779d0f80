#!/bin/bash
# A single KRaft node with SASL/SCRAM for every client and access by rule, as `npm start` runs one: see
# deploy/local/src/kafka/broker-properties.ts, with which a test compares the settings below.
set -euo pipefail
home=${KAFKA_HOME:-/opt/kafka}
data=${KAFKA_DATA:-/var/lib/kafka/data}
host=${KAFKA_HOST:-kafka}
port=${KAFKA_PORT:-9092}
controller=${KAFKA_CONTROLLER_PORT:-9093}
scram=org.apache.kafka.common.security.scram.ScramLoginModule
plain=org.apache.kafka.common.security.plain.PlainLoginModule
login="username=\"attune-broker\" password=\"$BROKER_PASSWORD\""

umask 077
cat > "$data/server.properties" <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
log.dirs=$data/log
listeners=CLIENT://:$port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=CLIENT://$host:$port
listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
inter.broker.listener.name=CLIENT
controller.listener.names=CONTROLLER
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.client.scram-sha-512.sasl.jaas.config=$scram required $login;
listener.name.controller.plain.sasl.jaas.config=$plain required $login user_attune-broker="$BROKER_PASSWORD";
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:attune-broker;User:attune-admin
auto.create.topics.enable=false
num.partitions=6
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=2
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
metric.reporters=
group.min.session.timeout.ms=3000
PROPERTIES

# The services' own users come from `attune provision`.
if [ ! -f "$data/log/meta.properties" ]; then
  "$home/bin/kafka-storage.sh" format --cluster-id "$("$home/bin/kafka-storage.sh" random-uuid)" \
    --config "$data/server.properties" \
    --add-scram "SCRAM-SHA-512=[name=attune-broker,password=$BROKER_PASSWORD]" \
    --add-scram "SCRAM-SHA-512=[name=attune-admin,password=$ADMIN_PASSWORD]"
fi
exec "$home/bin/kafka-server-start.sh" "$data/server.properties"
