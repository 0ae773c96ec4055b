#pragma once
#include "common/connection/message_connection.hpp"

/// What a WebSocket is to the rooms above: a connection that carries whole messages.
namespace ctiengine::websocket {

using connection::CloseCode;
using connection::ConnectionInfo;
using connection::Frame;
using WebSocketConnection = connection::MessageConnection;

}  // namespace ctiengine::websocket
