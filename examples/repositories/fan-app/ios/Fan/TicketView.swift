import SwiftUI

struct TicketView: View {
    let code: RotatingCode

    var body: some View {
        TimelineView(.periodic(from: .now, by: 1)) { context in
            Text(code.at(epochSecond: Int64(context.date.timeIntervalSince1970)))
                .accessibilityLabel("The code of your ticket")
        }
    }
}
